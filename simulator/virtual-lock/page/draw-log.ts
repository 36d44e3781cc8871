import type { LoggedLine } from '../view'
import { make } from './elements'

const timeOf = (atMs: number): string => new Date(atMs).toTimeString().slice(0, 8)

/** Newest first. */
export const drawLog = (
  lines: readonly LoggedLine[],
  nameOf: (deviceId: string) => string,
): readonly Node[] =>
  [...lines]
    .reverse()
    .map(({ number, atMs, text, deviceId, isRefused = false }) =>
      make(
        'li',
        { value: number + 1, class: isRefused ? 'refused' : '' },
        make('time', {}, timeOf(atMs)),
        ` ${text}${deviceId === undefined ? '' : `, ${nameOf(deviceId)}`}`,
      ),
    )
