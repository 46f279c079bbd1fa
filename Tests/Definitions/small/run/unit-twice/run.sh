replies
stages validate
stage aggregate --partial part.csv
cp part.csv again.csv
stage aggregate --merge part.csv again.csv
