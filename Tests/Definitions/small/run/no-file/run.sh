replies
ln -s nowhere Input/small/replies-2.csv
stages
