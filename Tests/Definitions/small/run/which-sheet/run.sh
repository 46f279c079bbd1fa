mkdir -p Input/small
workbook Input/small/replies-1.csv Replies Notes
stages
