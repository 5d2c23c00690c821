import { cva, type VariantProps } from 'class-variance-authority'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'

const badge = cva(
  'inline-flex h-5 items-center gap-1 rounded-full px-2 align-middle text-xs font-medium whitespace-nowrap [&_svg]:size-3 [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        neutral: 'bg-neutral-tint text-neutral',
        info: 'bg-info-tint text-info',
        warning: 'bg-warning-tint text-warning',
        review: 'bg-review-tint text-review',
        success: 'bg-success-tint text-success',
        danger: 'bg-danger-tint text-danger',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
)

export type BadgeTone = NonNullable<VariantProps<typeof badge>['tone']>

interface BadgeProps {
  tone?: BadgeTone
  icon?: ReactNode
  className?: string
  children: ReactNode
}

export function Badge({ tone, icon, className, children }: BadgeProps) {
  return (
    <span className={cn(badge({ tone }), className)}>
      {icon}
      {children}
    </span>
  )
}
