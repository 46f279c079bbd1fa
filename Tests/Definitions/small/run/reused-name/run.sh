replies
earlier
sed -i 's/Did you attend?/Did you come?/' Pipelines/small/survey.csv
sed -i 's/attended,/&/' Input/small/replies-1.csv
compare
