import type { Fault } from '../../../simulator'
import type { PanelScript, Step, Story } from './story'

const faultText = (fault: Fault): string =>
  typeof fault === 'string' ? fault : JSON.stringify(fault).replace(/[{}"]/g, '')

const describePanel = ({ host, handler, throwsInListeners }: PanelScript, index: number): string =>
  [
    `Panel ${index + 1}: ${host}`,
    ...(handler === undefined ? [] : [`the app's handler ${handler}`]),
    ...(throwsInListeners ? ['its listeners throw'] : []),
  ].join(', ')

const seconds = (ms: number): string => `${ms / 1000} s`

const describeStep = (step: Step): string => {
  const name = 'panel' in step ? `Panel ${step.panel + 1}` : ''
  switch (step.step) {
    case 'flow':
      return [
        `${name} runs: ${step.flow}`,
        ...(step.twice ? ['twice at once'] : []),
        ...(step.changesInput ? ['then changes its input'] : []),
      ].join(', ')
    case 'answers': {
      const whose = step.of === 'gateway' ? 'the gateway (if it has one) of panel' : 'panel'
      return `The next ${step.count} requests of ${whose} ${step.panel + 1} meet: ${faultText(step.fault)}`
    }
    case 'open':
      return `${name} opens the streams of a page`
    case 'close':
      return `${name} closes its ${step.what === 'page' ? 'page' : 'panel object'}`
    case 'cancel':
      return `The attempt ${step.run} before the latest is cancelled`
    case 'subscribe again':
      return `The attempt ${step.run} before the latest, and its page, are subscribed again`
    case 'wait':
      return `${seconds(step.ms)} pass`
    case 'phone clock':
      return `The clock of phone ${step.panel + 1} jumps by ${seconds(step.ms)}`
    case 'network':
      return `${name} ${step.isUp ? 'has' : 'loses'} its network`
    case 'expire':
      return `All ${step.what} expire`
    case 'lock':
      return `The lock ${step.change}`
    case 'door':
      return `A person at the door ${step.act}`
    case 'restart':
      return `The gateways restart, ${step.keepsStore ? 'with their store' : 'and lose their store'}`
  }
}

/** One line for each panel and each step. */
export const describeStory = (story: Story): string => {
  const { lock, panels, sharesStorage, listLagMs, autoLockMs, steps } = story
  const world = [
    ...(sharesStorage ? ['the panels share a storage'] : []),
    ...(listLagMs > 0 ? [`lists lag by ${seconds(listLagMs)}`] : []),
    ...(autoLockMs === undefined ? [] : [`it locks itself after ${seconds(autoLockMs)}`]),
  ]
  return [
    [`Two panels of ${lock}`, ...world].join(', '),
    ...panels.map(describePanel),
    ...steps.map((step, index) => `${index + 1}. ${describeStep(step)}`),
  ].join('\n')
}
