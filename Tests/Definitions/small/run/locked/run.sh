replies
mkdir -p Output/small
exec 9<>Output/small/.lock
flock 9
stage ingest 9<&-
