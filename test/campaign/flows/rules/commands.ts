import type { CommandKind, JournalEntry } from '../../../../simulator'
import { describeRun, type Facts, type FlowRun } from '../facts'
import { flowKinds } from '../flow-kinds'
import { claimOf } from './claims'
import { matchAll } from './match'

/** Commands without a name of their own: each is accounted for by a run of that time. */
const timed: readonly CommandKind[] = [
  'unlock',
  'lock',
  'refuse-unlock',
  'issue-offline-password',
  'enrol-method',
  'share',
]

/** Runs that share one attempt, because they are equal and overlap in one panel. */
interface Group {
  readonly runs: readonly FlowRun[]
  readonly startedAt: number
  readonly endedAt: number
}

const groupsOf = (runs: readonly FlowRun[]): readonly Group[] => {
  const groups: FlowRun[][] = []
  for (const run of runs) {
    const key = flowKinds[run.flow]?.key
    const shared = groups.find(
      ([first, ...others]) =>
        key !== undefined &&
        first !== undefined &&
        flowKinds[first.flow]?.key === key &&
        first.session === run.session &&
        first.panel === run.panel &&
        [first, ...others].some(
          (one) => one.startedAt <= run.startedAt && run.startedAt < one.endedAt,
        ),
    )
    if (shared === undefined) groups.push([run])
    else shared.push(run)
  }
  return groups.map((members) => ({
    runs: members,
    startedAt: Math.min(...members.map(({ startedAt }) => startedAt)),
    endedAt: Math.max(...members.map(({ endedAt }) => endedAt)),
  }))
}

const isDone = ({ runs }: Group): boolean => runs.some(({ state }) => state === 'done')

/** Every command has one run that accounts for it, and every run that is done has its command. */
export const checkCommands = (facts: Facts): void => {
  for (const kind of timed) checkKind(facts, kind)
}

const checkKind = (facts: Facts, kind: CommandKind): void => {
  const { findings, simulator, runs } = facts
  const entries = simulator.journal.filter(({ command }) => command === kind)
  const groups = groupsOf(runs.filter(({ flow }) => flowKinds[flow]?.command === kind))
  const mayPair = (entry: JournalEntry, group: Group) => accountsFor(facts, group, entry)
  const accounted = matchAll(entries, groups, mayPair)
  for (const entry of entries)
    if (!accounted.has(entry)) {
      const near = groups.filter((group) => group.startedAt <= entry.at).map(describeGroup)
      findings.add(`a command (${kind}) executed, and no flow accounts for it: ${near.join(', ')}`)
    }
  const claims = groups.filter(isDone)
  const confirmed = matchAll(claims, entries, (group, entry) => mayPair(entry, group))
  for (const group of claims)
    if (!confirmed.has(group) && !isConfirmedOtherwise(facts, kind, group))
      findings.add(`${describeGroup(group)}, and no command (${kind}) executed`)
}

const describeGroup = ({ runs }: Group): string =>
  `${describeRun(runs[0] as FlowRun)} reports "${claimOf(runs[0] as FlowRun)}"`

/** Whether a run may have caused a command. */
const accountsFor = (
  { sentBy, mayExecuteLater }: Facts,
  { runs, startedAt, endedAt }: Group,
  entry: JournalEntry,
): boolean => {
  const sender = sentBy.get(entry)
  if (sender !== undefined && runs.every(({ panel }) => panel !== sender)) return false
  if (entry.at < startedAt) return false
  // An enrolment goes on at the lock, and a lock that slept executes later what the cloud accepted.
  const mayBeLater = mayExecuteLater || entry.command === 'enrol-method'
  if (entry.at > endedAt && !mayBeLater) return false
  return runs.some((run) => {
    const claim = claimOf(run)
    const didNotMove = entry.moved === false || entry.command === 'enrol-method'
    return claim === 'stopped' ? didNotMove : claim !== 'not executed'
  })
}

/**
 * The bolt is, or was, where the run wanted it, or another panel enrolled a method for the same person at that time: no
 * report names its command, so no panel distinguishes its own from that of another panel, or from a person at the door. Or
 * the cloud accepted the command for a lock that slept and never executed it.
 */
const isConfirmedOtherwise = (facts: Facts, kind: CommandKind, group: Group): boolean => {
  const { movements, simulator, mayExecuteLater } = facts
  const isWithin = ({ at }: { readonly at: number }) => group.startedAt <= at && at <= group.endedAt
  const isOfKind = (entry: JournalEntry) => isWithin(entry) && entry.command === kind
  // A rejection has nothing to do after the request has ended.
  if (kind === 'refuse-unlock') return group.runs.every(({ atEnd }) => atEnd?.isAsked === false)
  if (kind === 'enrol-method') return simulator.journal.some(isOfKind)
  if (kind !== 'unlock' && kind !== 'lock') return false
  const isOpen = kind === 'unlock'
  const reported = group.runs.map(({ value }) => Object(value).reportedBy as unknown)
  return (
    group.runs.every(({ atEnd }) => atEnd?.isOpen === isOpen) ||
    movements.some((one) => one.isOpen === isOpen && isWithin(one)) ||
    simulator.journal.some(isOfKind) ||
    (mayExecuteLater && reported.includes('cloud'))
  )
}
