import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Chrome } from './chrome'
import { code, link } from './markdown'
import { linkTo, type Operation, type Operations, toReference } from './operation'

const root = join(__dirname, '../../..')

/** A flow has a page in the guide, or is named only. */
const flowLink = (flow: string, { docs }: Chrome): string =>
  existsSync(join(root, docs, `guide/${flow}.md`))
    ? link(flow, `../../guide/${flow}.md`)
    : code(`lockpanel/flows/${flow}`)

/** The flows that send an operation, or the operation that it carries. */
export const usedBy = (
  { action, flows }: Operation,
  { find }: Operations,
  chrome: Chrome,
): readonly string[] => {
  const { twin } = action
  const carried = twin === undefined ? undefined : find(twin.of)
  const lines = [
    ...flows.map((flow) => `- ${flowLink(flow, chrome)}`),
    ...(carried?.flows ?? [])
      .filter((flow) => !flows.includes(flow))
      .map((flow) => {
        const name = carried === undefined ? '' : linkTo(carried, toReference)
        return `- ${flowLink(flow, chrome)}, ${chrome.usedBy.inPlaceOf(name)}`
      }),
  ]
  return lines.length === 0 ? [chrome.usedBy.none] : [lines.join('\n'), chrome.usedBy.text]
}

/** The operations of other families that do the same. */
export const twins = (
  { action, carriedBy, gateway }: Operation,
  { find }: Operations,
  { twins: words, comma }: Chrome,
): readonly string[] => {
  const linksTo = (names: readonly string[]) =>
    names.map((name) => linkTo(find(name), toReference)).join(comma)
  const lines = [
    ...(action.twin === undefined ? [] : [words.carries(linksTo([action.twin.of]))]),
    ...(carriedBy.length === 0 ? [] : [words.carriedBy(linksTo(carriedBy))]),
    ...(gateway.length === 0 ? [] : [words.gateway(linksTo(gateway))]),
  ]
  return lines.length === 0 ? [words.none] : lines
}
