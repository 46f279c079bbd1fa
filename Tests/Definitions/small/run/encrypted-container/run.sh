replies
python3 - <<'END'
import zipfile
path = "Input/small/replies-1.csv"
text = open(path, "rb").read()
with zipfile.ZipFile(path, "w") as archive:
    archive.writestr("replies.csv", text)
# The first bit of the flags says that a member is encrypted: in its own header and in the list.
content = bytearray(open(path, "rb").read())
content[6] |= 1
content[content.index(b"PK\x01\x02") + 8] |= 1
open(path, "wb").write(content)
END
stages
