import { allActions } from '../../actions'
import type { Action } from '../../src/core/action'
import type { MissingForAbility } from '../../src/flows/capabilities/abilities'
import type { NoteWords } from './chrome'
import type { Host } from './hosts'

const actions: readonly Action[] = Object.values(allActions)

/** The operation as a host sends it: itself, or the route that carries it; undefined if the host cannot send it. */
const sentBy = ({ families, limits = {} }: Host, name: string): string | undefined =>
  actions.find(
    (action) =>
      families.includes(action.family) &&
      limits[action.name]?.length !== 0 &&
      (action.name === name || action.twin?.of === name),
  )?.name

const quoted = (names: readonly string[], { or }: NoteWords): string =>
  [...new Set(names)].map((name) => `\`${name}\``).join(or)

/** Why a job is empty in the table of a host: one sentence that names what is missing. */
export const noteOf = (
  host: Host,
  channels: readonly MissingForAbility[],
  words: NoteWords,
): string => {
  // Who decides what the host can call: the vendor, or a gateway that has less.
  const server = host.limits === undefined ? words.vendor : words.gateway
  const refused = channels.filter(
    ({ operations }) =>
      operations.length > 0 && operations.every((name) => sentBy(host, name) !== undefined),
  )
  if (refused.length > 0) {
    const names = refused.map(({ operations: [name = ''] }) => sentBy(host, name) ?? name)
    return words.otherTypesOnly(server, quoted(names, words))
  }
  const supported = channels.filter(({ operations }) => operations.length === 0)
  const points = supported.filter(({ options }) => options.length === 0)
  if (points.length > 0) {
    const names = points.flatMap(({ dataPoints }) => dataPoints)
    return words.withoutDataPoint(quoted(names, words))
  }
  const others = channels.flatMap(({ operations: [name] }) => (name === undefined ? [] : [name]))
  const missing =
    supported.length === 0
      ? words.withoutOperation(
          server,
          host.families.map((family) => words.families[family]),
        )
      : words.withoutOption(
          quoted(
            supported.flatMap(({ options }) => options),
            words,
          ),
        )
  return others.length === 0 ? missing : missing + words.elsewhere(quoted(others, words))
}
