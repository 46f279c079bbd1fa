mkdir -p Input/small
printf 'Who,Received,topics,topics/tax,topics/law\nA,2024-05-01,tax,1,0\n' > Input/small/replies-1.csv
printf 'Who,Received,topics,topics/tax,topics/law,topics/aid\nB,2024-05-01,aid,0,0,1\n' > Input/small/replies-2.csv
stages
