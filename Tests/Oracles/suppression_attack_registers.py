"""What anybody can look up of the units that a collection counts, for suppression_attack.py."""

import csv
import datetime
import os

TREATY, DAY = "untoc", datetime.date(2005, 7, 29)
ATTRIBUTES = ["status", "regional_group", "signature", "deposit"]


def rows_of(*path):
    with open(os.path.join(*path), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def attributes(folder, members=True):
    """Status, signature, deposit and group of the Member States, or of the organizations and other
    States that take part in the treaty."""
    day = DAY.isoformat()

    def holds(row, start, end):
        return row[start] <= day and (not row[end] or day < row[end])

    groups = {
        row["iso3"]: row["group"]
        for row in rows_of(folder, "regional-group-members.csv")
        if holds(row, "valid_from", "valid_to")
    }
    actions = {
        row["iso3"]: row
        for row in rows_of(folder, "treaty-actions.csv")
        if row["treaty"] == TREATY
    }
    found = {}
    for row in rows_of(folder, "states.csv"):
        action = actions.get(row["iso3"], {"signed": "", "deposited": ""})
        signed = "" < action["signed"] <= day
        deposited = "" < action["deposited"] <= day
        if row["kind"] == "state":
            belongs = members and holds(row, "member_from", "member_to")
        else:
            belongs = not members and (row["kind"] == "organization" or signed or deposited)
        if not belongs:
            continue
        status = "party" if deposited else "signatory" if signed else "non_signatory"
        found[row["iso3"]] = {
            "status": status,
            "regional_group": groups.get(row["iso3"], "no_group"),
            "signature": "signed" if signed else "not_signed",
            "deposit": "deposited" if deposited else "not_deposited",
        }
    return found
