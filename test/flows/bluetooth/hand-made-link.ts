import { Observable, Subject } from 'rxjs'
import type { DpValues } from '../../../src/data-points/data-points'
import {
  type BleUnlockCheckReport,
  bleUnlockCheck,
  bleUnlockCheckReport,
} from '../../../src/data-points/raw/ble-unlock-check'
import { checkCodeSet, checkCodeSetReport } from '../../../src/data-points/raw/check-code-set'
import type { BleLink } from '../../../src/flows/bluetooth/ble-link'

/** The version of the protocol and the serial number, in front of data point 71; hexadecimal digits. */
const HEAD_DIGITS = 10

const readByLock = <A>(read: { _tag: 'Right'; right: A } | { _tag: 'Left' }): A => {
  if (read._tag === 'Left') throw new Error('the flow sent what no lock can read')
  return read.right
}

export const readInstruction = (instruction: string) =>
  readByLock(bleUnlockCheck.decode(instruction.slice(HEAD_DIGITS)))

/** The report of a lock about an instruction. */
export const reportOf = (
  instruction: string,
  more: Partial<BleUnlockCheckReport> = {},
): DpValues => {
  const { memberId: _, ...head } = readInstruction(instruction)
  return { ble_unlock_check: bleUnlockCheckReport.encode({ ...head, result: 'ok', ...more }) }
}

/** The report of a lock about a random. */
export const randomReportOf = (
  command: unknown,
  result: Parameters<typeof checkCodeSetReport.encode>[0]['result'],
): DpValues => {
  const { newRandom: _, ...head } = readByLock(checkCodeSet.decode(command))
  return { check_code_set: checkCodeSetReport.encode({ ...head, result }) }
}

/** A link to a lock that answers as a test wants it; whatever a function gives is reported at once. */
export const handMadeLink = (
  toInstruction: (instruction: string) => readonly DpValues[],
  toRandom: (command: unknown) => readonly DpValues[] = (command) => [
    randomReportOf(command, 'ok'),
  ],
) => {
  const reports$ = new Subject<DpValues>()
  const sent: string[] = []
  const tell = (reports: readonly DpValues[]) => {
    for (const report of reports) reports$.next(report)
  }
  const link: BleLink = {
    sn: 7,
    dataPoints: {
      send: (dps) =>
        new Observable((subscriber) => {
          tell(toRandom(dps.check_code_set))
          subscriber.complete()
        }),
      reports$,
    },
    send: async (instruction) => {
      sent.push(instruction)
      tell(toInstruction(instruction))
    },
  }
  return {
    link,
    sent,
    isHeard: () => reports$.observed,
    /** Something that the lock reports by itself, or late. */
    tell: (report: DpValues) => tell([report]),
  }
}
