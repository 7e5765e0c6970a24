"""Every act that changes state: check, change, write one Activity, raise versions, one transaction."""
