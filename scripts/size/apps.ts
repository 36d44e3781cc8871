import { nodeSpecifiers, specifiers } from '../entries'

/** An app that takes the whole of an entry; those for Node alone are not for panels, and their bytes are not counted. */
const wholeEntries = specifiers
  .filter((specifier) => !nodeSpecifiers.includes(specifier))
  .map((specifier) => [specifier, `export * from '${specifier}'`] as const)

const panelWith = (actions: string, names: string) => `
  import { createPanel, wxRequest } from 'lockpanel/core'
  ${actions}
  export const panel = createPanel({ actions: ${names}, transport: wxRequest({ url: '/' }) })`

export const oneAction = panelWith(
  `import { listUsers } from 'lockpanel/actions/door-lock'`,
  '{ listUsers }',
)

const everyMiniProgramAction = panelWith(
  `import { doorLockActions } from 'lockpanel/actions/door-lock'
   import { deviceActions } from 'lockpanel/actions/device'`,
  '{ ...doorLockActions, ...deviceActions }',
)

/** The operations of all families. */
export const everyAction = panelWith(
  `import { allActions } from 'lockpanel/actions/all'`,
  'allActions',
)

const withFlow = (name: string, entry: string) => `${everyMiniProgramAction}
  import { ${name} } from '${entry}'
  export const door = ${name}(panel, 'a lock', { type: 'wifi' })`

/** What cannot be left out: the dispatcher, its pipeline and one contract. */
const coreAndOneAction = `
  import { createPanel } from 'lockpanel/core'
  import { passwordFreeOpen } from 'lockpanel/actions/door-lock'
  export const panelOver = (transport) => createPanel({ actions: { passwordFreeOpen }, transport })`

/** Apps by what they are made of. */
export const apps: Readonly<Record<string, string>> = {
  ...Object.fromEntries(wholeEntries),
  'lockpanel/react': "export * from 'lockpanel/react'",
  'lockpanel/inspector': "export * from 'lockpanel/inspector'",
  'the core with one action': coreAndOneAction,
  'a panel with one action, over wx.request': oneAction,
  'a panel with every mini-program action, over wx.request': everyMiniProgramAction,
  'that panel and remote unlock': withFlow('remoteUnlock', 'lockpanel/flows/remote-unlock'),
  'that panel and all flows': withFlow('lock', 'lockpanel/flows'),
}
