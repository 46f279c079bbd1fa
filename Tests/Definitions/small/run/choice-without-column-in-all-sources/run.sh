mkdir -p Input/small
printf 'Who,Received,topics/tax,topics/law\nA,2024-05-01,1,0\n' > Input/small/replies-1.csv
printf 'Who,Received,topics/tax,topics/law\nB,2024-05-01,0,1\n' > Input/small/replies-2.csv
stages
