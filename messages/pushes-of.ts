import { concatMap, type Observable, of } from 'rxjs'
import type { MessageEvent } from './event'

/** Messages for flows: the steps of an enrolment, and late reports in the form of the newer protocol. */
export const pushesOf = (events$: Observable<MessageEvent>): Observable<unknown> =>
  events$.pipe(concatMap((event) => of(...pushesIn(event))))

const pushesIn = (event: MessageEvent): readonly unknown[] => {
  if (event.kind === 'enrolment') return [event.message]
  if (event.kind !== 'status') return []
  const properties = event.rows
    .filter(({ isLate }) => isLate)
    .map(({ code, value, atMs }) => ({ code, value, time: atMs }))
  const { deviceId: devId } = event
  return properties.length === 0
    ? []
    : [{ bizCode: 'devicePropertyMessage', bizData: { devId, properties } }]
}
