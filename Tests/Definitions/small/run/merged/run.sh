replies
stages validate
stage aggregate --partial part.csv
stage aggregate --merge part.csv
stage export
