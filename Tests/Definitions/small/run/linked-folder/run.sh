replies
mkdir others
ln -s ../../others Input/small/others
stages
