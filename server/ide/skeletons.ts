import { type Profile, type RoleSpec, slotOf } from "../grammar/profile.ts";
import { formatLabel } from "../syntax/label.ts";

/** A role that has a model section. */
type Modelled = RoleSpec & { readonly skeleton: NonNullable<RoleSpec["skeleton"]> };

/** The roles of a profile that have a model section, in the order that is recommended. */
export function modelled({ roles, orders: [order = []] }: Profile): readonly Modelled[] {
  const place = (spec: RoleSpec) => order.indexOf(slotOf(spec));
  return roles
    .filter((spec): spec is Modelled => spec.skeleton !== undefined && place(spec) >= 0)
    .sort((a, b) => place(a) - place(b));
}

/** The template of one section, under the number that it gets among the first-level headings. */
export const sectionTemplate = ({ skeleton }: Modelled, number: number): string =>
  `${formatLabel("一、", number)}${skeleton.heading}\n${skeleton.text}\n`;

/** The template of a whole report: title, sections, signature. */
export const reportTemplate = (profile: Profile): string =>
  `${profile.title}\n\n${modelled(profile)
    .map((spec, index) => sectionTemplate(spec, index + 1))
    .join("\n")}\n{org}\n{date:____年__月__日}\n`;

/** A profile's template with what is not known of a draft left to the writer, or filled in where it is. */
export const opened = (template: string): string =>
  template.replaceAll("{org}", "{org:××局}").replaceAll("{year}", "{year:20××}").replaceAll("{next}", "{next:20××}");
