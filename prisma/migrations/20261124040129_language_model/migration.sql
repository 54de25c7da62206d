-- AlterTable
ALTER TABLE "assignments" ADD COLUMN     "provisional" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "modelCalls" (
    "id" TEXT COLLATE "C" NOT NULL,
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "month" TEXT COLLATE "C" NOT NULL,
    "tokens" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "modelCalls_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "modelCalls_workspaceId_month_idx" ON "modelCalls"("workspaceId", "month");
