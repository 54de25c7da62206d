-- CreateTable
CREATE TABLE "messageParts" (
    "id" TEXT COLLATE "C" NOT NULL,
    "conversationId" TEXT COLLATE "C" NOT NULL,
    "parts" TEXT[] COLLATE "C",

    CONSTRAINT "messageParts_pkey" PRIMARY KEY ("id")
);
