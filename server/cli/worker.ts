import { worker } from "workerpool";
import { checkup } from "./checkup.ts";

worker({ checkup });
