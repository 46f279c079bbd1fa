mkdir -p Input/small
printf 'Who,Received,topics/tax,topics/law\nA,2024-05-01,1,0\n' > Input/small/replies-1.csv
stages
