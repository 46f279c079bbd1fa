replies
mkdir Output
: > Output/small
stages
