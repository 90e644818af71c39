import * as z from "zod/mini";
import { ROLES } from "./role.ts";
