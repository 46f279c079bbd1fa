replies
python3 -c "print('Who,' + 'x' * 17_000_000)" > Input/small/replies-1.csv
stages
