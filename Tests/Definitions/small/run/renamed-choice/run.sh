replies
earlier
sed -i 's/^yes_no,no,/yes_no,none,/' Pipelines/small/choices.csv
sed -i 's/No,,Mail/none,,Mail/' Input/small/replies-1.csv
compare
