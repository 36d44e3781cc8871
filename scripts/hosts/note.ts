import { allActions } from '../../actions'
import type { Action, Family } from '../../src/core/action'
import type { MissingForAbility } from '../../src/flows/capabilities/abilities'
import type { Host } from './hosts'

const actions: readonly Action[] = Object.values(allActions)

const nouns: Readonly<Record<Family, string>> = {
  'mini-program': 'mini-program operation',
  'open-api': 'route of the open API',
  panel: 'panel API',
}

/** The operation as a host sends it: itself, or the route that carries it; undefined if the host cannot send it. */
const sentBy = ({ families, limits = {} }: Host, name: string): string | undefined =>
  actions.find(
    (action) =>
      families.includes(action.family) &&
      limits[action.name]?.length !== 0 &&
      (action.name === name || action.twin?.of === name),
  )?.name

/** Who decides what the host can call: the vendor, or a gateway that has less. */
const serverOf = ({ limits }: Host): string => (limits === undefined ? 'The vendor' : 'The gateway')

const quoted = (names: readonly string[]): string =>
  [...new Set(names)].map((name) => `\`${name}\``).join(' or ')

/** Why a job is empty in the table of a host: one sentence that names what is missing. */
export const noteOf = (host: Host, channels: readonly MissingForAbility[]): string => {
  const refused = channels.filter(
    ({ operations }) =>
      operations.length > 0 && operations.every((name) => sentBy(host, name) !== undefined),
  )
  if (refused.length > 0) {
    const names = refused.map(({ operations: [name = ''] }) => sentBy(host, name) ?? name)
    return `${serverOf(host)} has ${quoted(names)} for other types of lock only.`
  }
  const supported = channels.filter(({ operations }) => operations.length === 0)
  const points = supported.filter(({ options }) => options.length === 0)
  if (points.length > 0)
    return `The lock has no data point ${quoted(points.flatMap(({ dataPoints }) => dataPoints))}.`
  const others = channels.flatMap(({ operations: [name] }) => (name === undefined ? [] : [name]))
  const elsewhere = others.length === 0 ? '' : ` On another host: ${quoted(others)}.`
  return supported.length === 0
    ? `${serverOf(host)} has no ${host.families.map((family) => nouns[family]).join(' and no ')} for it.${elsewhere}`
    : `This host does not have ${quoted(supported.flatMap(({ options }) => options))}.${elsewhere}`
}
