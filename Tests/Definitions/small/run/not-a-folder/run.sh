replies
mkdir -p Output/small
: > Output/small/published
stages
