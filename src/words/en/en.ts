import type { Locale } from '../locale'
import { advice, problems } from './errors'
import { groups } from './groups'

/** English words. */
export const en: Locale = {
  problems,
  advice,
  groups,
  steps: {
    checking: 'Checking the lock',
    ticket: 'Asking for permission',
    sending: 'Sending the command',
    waking: 'Waking the lock',
    waiting: 'Waiting for the lock',
    config: 'Preparing Bluetooth',
    random: 'Connecting with the lock',
    instruction: 'Fetching the command',
    requesting: 'Asking the lock for its list',
    receiving: 'Receiving the list',
    starting: 'Starting',
    started: 'The lock is ready',
    enrolling: 'Adding at the lock',
    stopping: 'Stopping',
    stopped: 'Stopped',
    ended: 'Ended; checking the result',
    cancelled: 'Cancelled',
    done: 'Done',
    other: 'In progress',
  },
  repeat: 'Once more, please',
  opening: (who, method) =>
    `${who === '' ? 'Unlocked' : `${who} unlocked`}${method === '' ? '' : `: ${method}`}`,
  closing: (who) => (who === '' ? 'Locked' : `${who} locked`),
  doors: {
    online: { true: 'Online', false: 'Offline' },
    asleep: { true: 'Asleep', false: 'Awake' },
    via: { cloud: 'Internet', local: 'Local network', bluetooth: 'Bluetooth' },
    bolt: { locked: 'Locked', unlocked: 'Unlocked' },
    door: { open: 'Open', closed: 'Closed' },
  },
  batteryLevels: { high: 'Full', medium: 'Half full', low: 'Low', poweroff: 'Empty' },
  unknown: 'Unknown',
  noRecords: 'No records yet',
  you: 'You',
  noRequest: 'No request at the door',
  request: (seconds) => `A visitor asks to come in (${seconds} s)`,
  withDetails: (word, details) => `${word} (${details})`,
  list: (names) => names.join(', '),
}
