/** How the vendor's own panels deviate from the tables of their operations. */
interface Deviation {
  /** Parameters that the table requires, and the panels leave out. */
  readonly leftOut: readonly string[]
  /** Parameters that no table has. */
  readonly beyondTable: readonly string[]
}

const deviations: Readonly<Record<string, Partial<Deviation>>> = {
  'tuya.m.scale.history.list': { leftOut: ['startTime', 'endTime'] },
  'tuya.m.device.lock.alarm.list': { beyondTable: ['includeHijack'] },
}

/** The app adds the device of its panel to every call of this family. */
export const deviationOf = (action: {
  readonly name: string
  readonly family: string
}): Deviation => {
  const { leftOut = [], beyondTable = [] } = deviations[action.name] ?? {}
  return { leftOut: action.family === 'panel' ? ['devId', ...leftOut] : leftOut, beyondTable }
}
