replies
stages validate
stage aggregate --partial part.csv
sed -i '$d' part.csv
stage aggregate --merge part.csv
