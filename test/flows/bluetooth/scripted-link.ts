import { Observable, Subject } from 'rxjs'
import type { DpValues } from '../../../src/data-points/data-points'
import {
  type BleUnlockCheckReport,
  bleUnlockCheck,
  bleUnlockCheckReport,
} from '../../../src/data-points/raw/ble-unlock-check'
import { checkCodeSet, checkCodeSetReport } from '../../../src/data-points/raw/check-code-set'
import type { BleLink } from '../../../src/flows/bluetooth/ble-link'

/** The hexadecimal digits of the protocol version and the serial number, before data point 71. */
const HEAD_DIGITS = 10

const decoded = <A>(read: { _tag: 'Right'; right: A } | { _tag: 'Left' }): A => {
  if (read._tag === 'Left') throw new Error('the lock cannot decode what the flow sent')
  return read.right
}

export const readInstruction = (instruction: string) =>
  decoded(bleUnlockCheck.decode(instruction.slice(HEAD_DIGITS)))

/** The lock's report of an instruction. */
export const reportOf = (
  instruction: string,
  more: Partial<BleUnlockCheckReport> = {},
): DpValues => {
  const { memberId: _, ...head } = readInstruction(instruction)
  return { ble_unlock_check: bleUnlockCheckReport.encode({ ...head, result: 'ok', ...more }) }
}

/** The lock's report of a random number. */
export const randomReportOf = (
  command: unknown,
  result: Parameters<typeof checkCodeSetReport.encode>[0]['result'],
): DpValues => {
  const { newRandom: _, ...head } = decoded(checkCodeSet.decode(command))
  return { check_code_set: checkCodeSetReport.encode({ ...head, result }) }
}

/** A link to a scripted lock, which reports the results of the two functions at once. */
export const createScriptedLink = (
  onInstruction: (instruction: string) => readonly DpValues[],
  onRandom: (command: unknown) => readonly DpValues[] = (command) => [
    randomReportOf(command, 'ok'),
  ],
) => {
  const reports$ = new Subject<DpValues>()
  const sent: string[] = []
  const emit = (reports: readonly DpValues[]) => {
    for (const report of reports) reports$.next(report)
  }
  const link: BleLink = {
    sn: 7,
    dataPoints: {
      send: (dps) =>
        new Observable((subscriber) => {
          emit(onRandom(dps.check_code_set))
          subscriber.complete()
        }),
      reports$,
    },
    send: async (instruction) => {
      sent.push(instruction)
      emit(onInstruction(instruction))
    },
  }
  return {
    link,
    sent,
    isSubscribed: () => reports$.observed,
    /** Emits a report at any time. */
    report: (report: DpValues) => emit([report]),
  }
}
