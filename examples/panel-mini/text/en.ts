/** What the panel itself says in English; the words of locks come from `lockpanel/words`. */
export const en = {
  labels: {
    home: {
      title: 'Lock',
      holdToUnlock: 'Hold to unlock',
      keepHolding: 'Keep holding',
      lock: 'Lock',
      cancel: 'Cancel',
      unread: 'Not everything could be read. What is shown may be old.',
      otherLanguage: '中文',
    },
    members: {
      title: 'Members',
      methods: 'Ways to unlock',
      noMethods: 'No fingerprint, card or password yet',
    },
    passwords: {
      title: 'Temporary passwords',
      none: 'No temporary passwords',
      add: 'New password',
      name: 'For whom',
      validFor: 'Valid for',
      create: 'Create',
      created: 'Password created',
      onlyOnce: 'It is shown only now. Pass it on before you close this.',
      reveal: 'Show',
      hide: 'Hide',
      copy: 'Copy',
      freeze: 'Freeze',
      unfreeze: 'Unfreeze',
      remove: 'Delete',
      yes: 'Yes',
      no: 'No',
    },
    records: {
      title: 'Records',
      all: 'All',
      none: 'No records',
      stale: 'New records could not be read. Trying again.',
    },
    common: { retry: 'Try again', close: 'Close', loading: 'Loading' },
  },
  durations: { hour: '1 hour', day: '1 day', week: '1 week' },
  asOf: (time: string) => `as of ${time}`,
  until: (time: string) => `until ${time}`,
  removeQuestion: (name: string) => `Delete the password for ${name}?`,
}

export type Text = typeof en
