"""Every act that changes state: check, change, one Activity, versions raised, one transaction."""
