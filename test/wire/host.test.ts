import { carriers } from "./carriers.ts";
import { hostSuite } from "./host.suite.ts";

for (const [name, carry] of Object.entries(carriers)) hostSuite(name, carry);
