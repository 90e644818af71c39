import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * Installs what others have made, as the lockfile beside it says, if it is not there yet.
 * @param folder where their package.json lies
 * @returns the folder of their packages; null where they cannot be had
 */
export function peers(folder: string): string | null {
  const packages = join(folder, "node_modules");
  if (existsSync(join(packages, ".package-lock.json"))) return packages;
  console.error("正在安装用来比较的程序…… Installing the programs to compare with...");
  const { status } = spawnSync(
    "npm",
    ["ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
    { cwd: folder, stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32" },
  );
  if (status === 0) return packages;
  console.error("装不上，只测本项目。 They cannot be installed: this project is measured by itself.");
  return null;
}
