// The next file of a picture of the archive: the form sends it by itself.

import { dressFileFields } from "./sending.js";

dressFileFields(document);
