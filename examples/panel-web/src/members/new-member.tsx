import type { NewMember as Person } from 'lockpanel'
import { useMembers } from 'lockpanel/react'
import { type ReactElement, useState } from 'react'
import { NameField, SelectField } from '../parts/fields'
import { SheetForm } from '../parts/sheet-form'
import { useCommand } from '../parts/use-command'
import { useLanguage } from '../text/language'

interface NewMemberProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** A member without an account, such as a child or a grandparent. The route of the cloud requires the sex. */
export const NewMember = ({ isOpen, onClose }: NewMemberProps): ReactElement => {
  const { text } = useLanguage()
  const { add } = useMembers()
  const [name, setName] = useState('')
  const [sex, setSex] = useState<NonNullable<Person['sex']>>('female')
  const adding = useCommand(async () => {
    await add({ name: name.trim(), sex })
    setName('')
    onClose()
  })
  return (
    <SheetForm
      title={text.members.add}
      submitLabel={text.members.save}
      isOpen={isOpen}
      onClose={onClose}
      command={adding}
    >
      <NameField label={text.members.name} value={name} onChange={setName} />
      <SelectField
        label={text.members.sex}
        value={sex}
        options={text.members.sexes}
        onChange={setSex}
      />
    </SheetForm>
  )
}
