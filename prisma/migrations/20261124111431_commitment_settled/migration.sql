-- AlterTable
ALTER TABLE "commitments" ADD COLUMN     "settledAt" TIMESTAMPTZ(3);
