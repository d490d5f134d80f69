import * as v from 'valibot';
import { runTerraform } from './terraform.ts';

const SINCE = [1, 10] as const;
const Version = v.object({ terraform_version: v.string() });

/** What is missing of terraform, with the remedy; nothing where there is one that will do. */
export async function terraformLacking(): Promise<string[]> {
  const version = await terraformVersion();
  if (!version)
    return [
      'Terraform: install 1.10 or newer (https://developer.hashicorp.com/terraform/install), or set TERRAFORM to its file',
    ];
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < SINCE[0] || (major === SINCE[0] && minor < SINCE[1]);
  return isOld ? [`Terraform ${version} is too old: install 1.10 or newer`] : [];
}

async function terraformVersion(): Promise<string | undefined> {
  try {
    const { out } = await runTerraform('.', ['version', '-json']);
    return v.parse(Version, JSON.parse(out)).terraform_version;
  } catch {
    return undefined;
  }
}
