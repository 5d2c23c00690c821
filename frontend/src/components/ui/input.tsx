import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'
import { controlClasses } from './control'

const textClasses = cn(controlClasses, 'read-only:bg-canvas')

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input className={cn(textClasses, 'h-8', className)} {...props} />
}

export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea className={cn(textClasses, 'min-h-20 py-1.5 leading-relaxed', className)} {...props} />
}
