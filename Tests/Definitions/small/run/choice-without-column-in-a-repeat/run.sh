mkdir -p Input/small
printf 'Who,Received,note\nA,2024-05-01,x\n' > Input/small/replies-1.csv
printf 'who,topics/tax,topics/law\nA,1,0\n' > Input/small/people.csv
stages
