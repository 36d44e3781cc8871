import { Dialog } from 'antd-mobile'
import type { Text } from '../text/en'

/** Whether the person is sure. */
export const ask = (question: string, { yes, no }: Text): Promise<boolean> =>
  Dialog.confirm({ content: question, confirmText: yes, cancelText: no })
