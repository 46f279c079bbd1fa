replies
mkfifo Input/small/replies-2.csv
stages
