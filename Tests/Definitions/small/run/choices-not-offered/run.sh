mkdir -p Input/small
printf 'Who,Received,province,town\nA,2024-05-01,n,a\nB,2024-05-01,s,a\n' > Input/small/replies-1.csv
stages
